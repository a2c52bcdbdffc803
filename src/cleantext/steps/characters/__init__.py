"""Characters: encoding damage, left-over escapes, invisible characters, normal form, decimal commas."""
