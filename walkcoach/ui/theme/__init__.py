"""The one owner of colour, type and space: tokens, then roles, then palette, stylesheet and icons. No literal colour elsewhere."""
