"""Reference server: workspace and gateway on localhost, stateful, built from the specification."""
