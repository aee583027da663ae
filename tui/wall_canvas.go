package tui

import "convene/tui/canvas"

// wallCanvas is what the group has made together, as large as the window is.
func wallCanvas(st stage) []string {
	return canvas.Fitted(st.theme, st.view.Canvas, st.width, st.height)
}
