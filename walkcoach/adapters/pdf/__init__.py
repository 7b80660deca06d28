"""The page for the clinician on paper: laid out, painted on whatever takes paint, written as PDF."""
