"""Sound. It plays in a process of its own, since a sound server that dies can take the process that plays with it.

`process_player` is the program's side, `player` is what the other process runs, `tones` are the files that it plays, and
`silent` is for whoever wants none. The two processes speak in lines, see `player`.
"""
