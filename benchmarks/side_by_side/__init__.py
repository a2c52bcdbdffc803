"""Side by side: the speed and memory of the flow, of its steps and of peers, measured in one run."""
