package theme

// Glyphs are the symbols that stand beside words. Each takes one cell on every terminal: none of them is an emoji,
// whose width terminals disagree about.
type Glyphs struct {
	Past, Here, Ahead   string // steps on the journey
	Walked, ToWalk      string // the way between them
	Clock, Paused       string
	Done, Waiting, Asks string // a person is done, is not yet, asks for a minute
	Away                string // a person is not at their terminal
	Point, Theirs       string // the selected row; where somebody else is
	Bullet, Bar, Parked string
	Folded              string // a cluster of which the title alone is shown
	Stood               string // a note that stood on the last canvas of the community
	Rule                string // a horizontal line
	Fill, Empty         string // bars of counts
	Right, Left         string // arrows of forces
	Centre              string // the line that they push
	Hand                string // something is carried
	Dot                 string // a dot vote
	Ellipsis            string
	OK, Refused, Say    string // toasts
	High, Even, Low     string // answers of a health check: green, yellow, red
	Rose, Fell, Level   string // how they have moved since the check before
	Frame               Frame
}

// Frame is what boxes are drawn with.
type Frame struct {
	TopLeft, Top, TopRight, Side, BottomLeft, BottomRight, Tee, TeeRight, Cross, TeeDown, TeeUp string
}

var symbols = Glyphs{
	Past: "●", Here: "◉", Ahead: "○", Walked: "━", ToWalk: "─",
	Clock: "◷", Paused: "‖", Done: "✓", Waiting: "…", Asks: "+", Away: "◌",
	Point: "▸", Theirs: "◂", Bullet: "·", Bar: "▌", Parked: "⊘", Folded: "⊞", Stood: "↺", Rule: "─",
	Fill: "█", Empty: "░", Right: "▶", Left: "◀", Centre: "│", Hand: "✥", Dot: "●", Ellipsis: "…",
	OK: "✓", Refused: "✗", Say: "›", High: "▲", Even: "◆", Low: "▼", Rose: "↑", Fell: "↓", Level: "→",
	Frame: Frame{"╭", "─", "╮", "│", "╰", "╯", "├", "┤", "┼", "┬", "┴"},
}

var ascii = Glyphs{
	Past: "*", Here: "@", Ahead: "o", Walked: "=", ToWalk: "-",
	Clock: "T", Paused: "|", Done: "x", Waiting: ".", Asks: "+", Away: "z",
	Point: ">", Theirs: "<", Bullet: "-", Bar: "|", Parked: "/", Folded: "+", Stood: `"`, Rule: "-",
	Fill: "#", Empty: ".", Right: ">", Left: "<", Centre: "|", Hand: "&", Dot: "*", Ellipsis: "~",
	OK: "+", Refused: "x", Say: ">", High: "^", Even: "=", Low: "v", Rose: "/", Fell: "\\", Level: "=",
	Frame: Frame{"+", "-", "+", "|", "+", "+", "+", "+", "+", "+", "+"},
}
