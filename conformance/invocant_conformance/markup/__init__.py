"""HTML as this project writes it: templates that escape, and the style that its pages share."""
