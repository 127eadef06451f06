"""What is on a screen, spoken: made offline by programs of the machine, where it has them."""
