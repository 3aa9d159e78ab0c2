"""Pages of jobs: the jobs, their evidence, what they count for, staying in touch, the employer's page."""
