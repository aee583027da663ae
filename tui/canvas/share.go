package canvas

// share gives each what it wants, as far as there is room; where there is not, those who want much get equally little.
func share(wants []int, room int) []int {
	out := make([]int, len(wants))
	for room > 0 {
		given := false
		for i, w := range wants {
			if out[i] < w && room > 0 {
				out[i]++
				room--
				given = true
			}
		}
		if !given {
			break
		}
	}
	return out
}
