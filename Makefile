# make run: set up everything and open the window on a sample office. make test: set up everything and run all checks.
.PHONY: run test lock

run:
	@.ci/setup run
	@.ci/start

test:
	@.ci/setup test
	@.ci/setup test-core
	@.ci/test

# Write the lock files anew after a change of the dependencies in pyproject.toml.
lock:
	@.ci/setup test
	@.ci/lock
