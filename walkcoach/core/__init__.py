"""What walking and coaching are: frozen values and pure functions. Standard library only; nothing here asks the time."""
