"""The post office: who is told of what, letters waiting, sent and undeliverable."""
