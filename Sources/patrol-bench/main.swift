print("patrol-bench")
