//! Two or three deployments side by side.
