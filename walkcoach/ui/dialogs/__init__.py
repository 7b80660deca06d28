"""Windows that ask one thing and go away: the check-ins, the warning sign, the recovered walk."""
