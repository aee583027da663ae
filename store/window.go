package store

import "io"

// window reads a file in long stretches for somebody who asks for short ones that mostly follow each other. Most of
// the time for walking through a file goes into asking the system for the next page.
type window struct {
	file  io.ReaderAt
	bytes []byte // as much as is read in one go; its first n bytes are those of the file from start on
	start int64
	n     int
}

func newWindow(file io.ReaderAt, size int) *window {
	return &window{file: file, bytes: make([]byte, size)}
}

// ReadAt reads as every io.ReaderAt does, but not for several at once.
func (w *window) ReadAt(p []byte, at int64) (int, error) {
	if len(p) > len(w.bytes) {
		return w.file.ReadAt(p, at)
	}
	if at < w.start || at+int64(len(p)) > w.start+int64(w.n) {
		n, err := w.file.ReadAt(w.bytes, at)
		w.start, w.n = at, n
		if n < len(p) {
			return copy(p, w.bytes[:n]), err
		}
	}
	return copy(p, w.bytes[at-w.start:w.n]), nil
}
