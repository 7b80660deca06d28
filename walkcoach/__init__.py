"""Walkcoach: a daily walk planned from yesterday's, with cues while you walk and a diary that stays on your machine.

The rooms: `core` knows walking and coaching, `wording` puts it into sentences, `services` put it to use, `adapters` reach the
outside, `ui` draws. `app.py` and `cli.py` are the only modules that know everyone.
"""

__version__ = "0.1.0"
