//! What is kept of the work on a deployment between two visits: the answers, what was
//! typed and is no answer yet, and where in the questionnaire the person was.
