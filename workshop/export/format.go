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
	FormatHTML     Format = "html"
	FormatJSON     Format = "json"
	FormatCSV      Format = "csv"
)

// Formats lists them all.
func Formats() []Format { return []Format{FormatMarkdown, FormatHTML, FormatJSON, FormatCSV} }

// Ending is how the name of a file in the format ends, with its dot; empty for a format that does not exist.
func (f Format) Ending() string {
	switch f {
	case FormatMarkdown:
		return ".md"
	case FormatHTML, FormatJSON, FormatCSV:
		return "." + string(f)
	default:
		return ""
	}
}

// ErrFormat is returned when there is no format of that name.
var ErrFormat = errors.New("the formats are markdown, html, json and csv")

// Write writes the canvas in the format. It returns ErrFormat, and writes nothing, when the format does not exist;
// other errors are those of the writer.
func Write(w io.Writer, f Format, c workshop.Canvas) error {
	switch f {
	case FormatMarkdown:
		return Markdown(w, c)
	case FormatHTML:
		return HTML(w, c)
	case FormatJSON:
		return JSON(w, c)
	case FormatCSV:
		return CSV(w, c)
	default:
		return ErrFormat
	}
}
