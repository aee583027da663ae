package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"convene/workshop"
)

// byteOrderMark tells spreadsheets that the file is in UTF-8.
const byteOrderMark = "\ufeff"

// CSV writes every note of the wall as a row of a table, as RFC 4180 has it; the package documentation shows it. An error is
// that of the writer.
func CSV(w io.Writer, c workshop.Canvas) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	rows := [][]string{{"prompt", "cluster", "note", "dots", "parked"}}
	for _, n := range notes(c.Wall) {
		cluster, parked := "", "no"
		if n.Cluster != nil {
			cluster = *n.Cluster
		}
		if n.Parked {
			parked = "yes"
		}
		rows = append(rows, []string{string(n.Prompt), cell(cluster), cell(n.Text), strconv.Itoa(n.Dots), parked})
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	return nil
}

// cell makes of a text one in which no spreadsheet finds a formula (OWASP, "CSV Injection"). What looks like one gets
// an apostrophe in front: a whole text, and what follows a semicolon in it, because where numbers have commas that ends
// a cell. So does what looks like it behind apostrophes of its own, so that the first can always be taken away again.
// Breaks of lines and tabulators, which nothing that has been cleaned holds, become spaces.
func cell(s string) string {
	s = strings.NewReplacer("\r\n", " ", "\r", " ", "\n", " ", "\t", " ").Replace(s)
	parts := strings.Split(s, ";")
	for i, p := range parts {
		if isFormula(p) || i == 0 && isSign(p) {
			parts[i] = "'" + p
		}
	}
	return strings.Join(parts, ";")
}

// isFormula says whether a spreadsheet could compute the text: a face like ;-) has nothing in it to compute.
func isFormula(s string) bool { return isSign(s) && strings.ContainsFunc(s, isWord) }

// isSign says whether the text begins like a formula, behind apostrophes or not. A spreadsheet may look past spaces and
// what cannot be seen, and take the wide signs of East Asia for the usual ones.
func isSign(s string) bool {
	s = strings.TrimLeft(s, "'")
	s = strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsGraphic(r) })
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && strings.ContainsRune("=+-@＝＋－＠", r)
}
