"""What pytest loads before anything else."""
