class ControlChart:
    def __init__(self, alpha, width, floor, warm_up):
        self.alpha = alpha
        self.width = width
        self.floor = floor
        self.warm_up = warm_up

    def update(self, value):
        """(low, high, alarm) for the newest value; None during the warm-up."""
        return None
