"""What is offered: services with what they are for, whom, how fast, and how much room they have."""
