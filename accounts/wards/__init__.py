"""Wards: which postcode is in which, from the files of the Office for National Statistics."""
