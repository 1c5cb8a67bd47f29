"""What happens and how sure it is: who does it, whether it is denied, planned, under way, done or caused."""
