// Package canvas draws the canvas of a workshop in a terminal: what hangs on the wall afterwards.
//
// From [Wide] cells on it is the format's own picture: three columns of boxes in one frame, as tall as what is in them.
//
//	╭───────────┬───────────┬───────────╮
//	│ VISION    │ IMPORTANCE│ HOW       │
//	│           ├───────────┤           │
//	│           │ WHO / WHAT│           │
//	├───────────┤           ├───────────┤
//	│ MEASURES  ├───────────┤ RESOURCES │
//	│           │ COMMUNIC… │           │
//	╰───────────┴───────────┴───────────╯
//
// Below that the sections stand one under the other. Under the picture come the force field, the leader, the people
// and the date. Nothing is left out and nothing is cut: the reader scrolls.
//
// [Fitted] is the same picture for a projector, where nobody scrolls: what has no room gives way, and is counted.
//
// The package is pure; it draws the value that every export draws.
package canvas
