"""Charts that follow the theme, each with its table and its sentence. pyqtgraph is loaded when one is first shown, not before."""
