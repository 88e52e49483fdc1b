"""The readers of Word, Excel, HTML, text and Markdown files."""
