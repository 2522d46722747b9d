"""What `check --fix` does: findings become changes of the manuscript that no reader will notice."""
