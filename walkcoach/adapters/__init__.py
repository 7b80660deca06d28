"""One file or folder for each outside thing: clock, folders, database, sound. Each fills one port of `services.ports`."""
