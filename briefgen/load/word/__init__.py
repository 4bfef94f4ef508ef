"""Word templates, and Word briefs that come back edited: read, and refused where unsound."""
