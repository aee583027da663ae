package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"

	"convene/workshop"
	"convene/workshop/trend"
)

// communityCSV writes a row for each card and check, as RFC 4180 has it; the package documentation shows it.
func communityCSV(w io.Writer, c workshop.Community) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	rows := [][]string{{
		"check", "date", "took", "card", "about", "state", "answered", "red", "yellow", "green", "arrow", "sentences",
	}}
	table := trend.Of(c)
	for i, col := range table.Columns {
		for _, r := range table.Rows {
			if r.Cells[i].State != trend.NotAsked {
				rows = append(rows, cardRow(col, r.Cells[i]))
			}
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	return out.WriteAll(rows)
}

// cardRow is one card in a check. What is not told is empty, which is not nought.
func cardRow(col trend.Column, c trend.Cell) []string {
	answered, red, yellow, green := "", "", "", ""
	if c.State != trend.FaceDown {
		answered = strconv.Itoa(c.Spread.Answered)
	}
	if c.State == trend.Told {
		red, yellow, green = strconv.Itoa(c.Spread.Red), strconv.Itoa(c.Spread.Yellow), strconv.Itoa(c.Spread.Green)
	}
	return []string{
		strconv.Itoa(int(col.Check)), col.Closed.Format(time.DateOnly), strconv.Itoa(col.Took),
		cell(string(c.Card.ID)), cell(c.Card.About),
		standingName(c.State), answered, red, yellow, green, arrowName(c.Arrow), cell(strings.Join(c.Spread.Sentences, " | ")),
	}
}
