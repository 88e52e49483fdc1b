"""Recognition of facts that front matter has fields for, one module for each kind of fact."""
