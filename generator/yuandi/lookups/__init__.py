"""What is looked up in content, whoever asks and on whatever day."""
