"""What the command line does besides opening the window: one module for each group of commands, loaded only when it is asked for.

A command is a function that takes what the command line was told and gives the one line to print; what stands in the way is
raised as `Trouble`, and the command line says it and ends with status 1. Nothing here prints, parses words or draws.
"""
