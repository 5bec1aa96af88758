"""The mail server's door, for who can wait. A server may read a letter for long before it says yes; one who hangs up
in that time and comes again sends the letter twice."""

import smtplib

from django.core.mail.backends.smtp import EmailBackend as DjangosBackend

READING = 120
"""Seconds a server may take between the end of a letter and its answer. Every other word has EMAIL_TIMEOUT."""


class _Patient(smtplib.SMTP):
    def data(self, msg):
        before = self.sock.gettimeout()
        self.sock.settimeout(max(READING, before or READING))
        try:
            return super().data(msg)
        finally:
            if self.sock is not None:  # the server may have hung up
                self.sock.settimeout(before)


class _PatientOverTLS(_Patient, smtplib.SMTP_SSL):
    pass


class EmailBackend(DjangosBackend):
    """Django's own, with that one difference."""

    @property
    def connection_class(self):
        return _PatientOverTLS if self.use_ssl else _Patient
