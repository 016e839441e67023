"""Reports as pages: each is one file that asks for nothing and runs no script but its own."""
