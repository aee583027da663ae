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

// CSV writes every note of the wall as a row of a table, as RFC 4180 has it; the package documentation shows it. Whatever
// nobody typed is the same in every language. An error is that of the writer.
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
// an apostrophe in front: a whole text, and what follows a semicolon or a comma in it. Where numbers have commas a
// semicolon ends a cell, and a comma does for whoever was told to take quotes for text. So does what looks like it behind
// apostrophes of its own, so that the first can always be taken away again. Breaks of lines and tabulators, which nothing
// that has been cleaned holds, become spaces.
func cell(s string) string {
	s = strings.NewReplacer("\r\n", " ", "\r", " ", "\n", " ", "\t", " ").Replace(s)
	var out strings.Builder
	if sign, _ := leadingSign(s); sign {
		out.WriteByte('\'')
	}
	for i := range len(s) {
		out.WriteByte(s[i])
		if (s[i] == ';' || s[i] == ',') && isFormula(s[i+1:]) {
			out.WriteByte('\'')
		}
	}
	return out.String()
}

// isFormula says whether what follows a separator could be computed. How far it goes is not asked: where the text ends, the
// cell of a spreadsheet that looks for other separators goes on, with the next text of the row. A face like ;-) is none,
// because nothing can be computed that begins with a sign and a bracket that closes.
func isFormula(s string) bool {
	sign, rest := leadingSign(s)
	return sign && !strings.HasPrefix(rest, ")")
}

// leadingSign says whether a text begins like a formula, and what follows the sign. A spreadsheet may look past spaces, past
// quotes, which it takes for its own, and past what cannot be seen, and take the wide signs of East Asia for the usual ones.
func leadingSign(s string) (bool, string) {
	s = strings.TrimLeftFunc(s, func(r rune) bool {
		return r == '\'' || r == '"' || unicode.IsSpace(r) || unicode.IsMark(r) || !unicode.IsGraphic(r)
	})
	r, n := utf8.DecodeRuneInString(s)
	return s != "" && strings.ContainsRune("=+-@＝＋－＠", r), s[n:]
}
