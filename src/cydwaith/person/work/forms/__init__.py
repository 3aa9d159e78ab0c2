"""What people type: one question a page, or a whole sheet on one."""
