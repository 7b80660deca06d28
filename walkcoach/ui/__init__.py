"""What a person sees. Pages draw the snapshots they are given and emit wishes; they decide nothing."""
