package export

import (
	"errors"
	"io"

	"convene/workshop"
)

// Format is the name of a kind of document, as it is typed on the command line.
type Format string

// The formats.
const (
	FormatMarkdown Format = "markdown"
	FormatJSON     Format = "json"
)

// ErrFormat is returned when there is no format of that name.
var ErrFormat = errors.New("the canvas can be written as markdown or json")

// Write writes the canvas in the format. It returns ErrFormat, and writes nothing, when the format does not exist;
// other errors are those of the writer.
func Write(w io.Writer, f Format, c workshop.Canvas) error {
	switch f {
	case FormatMarkdown:
		return Markdown(w, c)
	case FormatJSON:
		return JSON(w, c)
	default:
		return ErrFormat
	}
}
