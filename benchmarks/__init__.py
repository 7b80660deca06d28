"""What `make bench` measures: speed and size as ratios within one run, never as a test that fails on a slow machine."""
