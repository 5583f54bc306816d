// SPDX-License-Identifier: GPL-3.0-or-later
// Articles as entries of a bibliography: BibTeX (in the form of biblatex: @article with date and
// journaltitle) and RIS.
#include <cctype>
#include <ostream>
#include <string>

#include "query/render/formats.h"
#include "query/render/harmless.h"
#include "query/render/row_fields.h"
#include "schema/digest.h"

namespace newsindex {
namespace {

// Escapes characters that are commands in TeX. Braces are removed, because they must be balanced.
std::string tex(std::string_view text) {
  std::string escaped;
  for (const char c : on_one_line(text)) {
    switch (c) {
      case '\\': escaped += "\\textbackslash "; break;
      case '~': escaped += "\\textasciitilde "; break;
      case '^': escaped += "\\textasciicircum "; break;
      case '{':
      case '}': break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_': escaped += '\\'; [[fallthrough]];
      default: escaped += c;
    }
  }
  return escaped;
}

// For addresses, in which the other special characters of TeX mean nothing.
std::string plain(std::string_view text) {
  std::string kept;
  for (const char c : on_one_line(text))
    if (c != '{' && c != '}' && c != '\\') kept += c;
  return kept;
}

// The id as a BibTeX key. Characters that keys cannot have become '-'; then a part of the id's
// digest is added, so that no two ids get the same key.
std::string key_of(const std::string& id) {
  std::string key;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool fits = byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.');
    key += fits ? c : '-';
  }
  return key == id ? key : key + "-" + hex_digits(digest64(id)).substr(0, 8);
}

void put_bibtex(std::ostream& out, std::string_view field, const std::string& value) {
  if (!value.empty()) out << ",\n  " << field << " = {" << value << '}';
}

std::string tex_authors(const RowFields& fields) {
  std::string all;
  for (const std::string& author : fields.texts("authors"))
    all += (all.empty() ? "{" : " and {") + tex(author) + "}";
  return all;
}

// Joins keywords with commas; a keyword that has a comma is put in braces.
std::string tex_keywords(const RowFields& fields) {
  std::string all;
  for (const std::string& keyword : fields.texts("keywords")) {
    const std::string word = tex(keyword);
    const bool has_comma = word.find(',') != std::string::npos;
    all += (all.empty() ? "" : ", ") + (has_comma ? "{" + word + "}" : word);
  }
  return all;
}

void print_bibtex(std::ostream& out, const RowFields& fields) {
  out << "@article{" << key_of(fields.text("id"));
  put_bibtex(out, "title", "{" + tex(fields.text("title")) + "}");
  put_bibtex(out, "author", tex_authors(fields));
  put_bibtex(out, "journaltitle", tex(fields.text("source")));
  put_bibtex(out, "date", fields.text("published").substr(0, 10));
  put_bibtex(out, "url", plain(fields.text("url")));
  put_bibtex(out, "langid", fields.text("language"));
  put_bibtex(out, "keywords", tex_keywords(fields));
  out << "\n}\n\n";
}

void put_ris(std::ostream& out, std::string_view tag, const std::string& value) {
  if (!value.empty()) out << tag << "  - " << on_one_line(value) << "\r\n";
}

// "2023/04/02/", "2023/04//", "2023///": the known part of a date, always with three slashes.
std::string ris_date(const std::string& iso) {
  if (iso.empty()) return {};
  std::string date;
  std::size_t slashes = 0;
  for (const char c : iso.substr(0, 10)) {
    date += c == '-' ? '/' : c;
    slashes += c == '-' ? 1u : 0u;
  }
  for (; slashes < 3; ++slashes) date += '/';
  return date;
}

void print_ris(std::ostream& out, const RowFields& fields) {
  put_ris(out, "TY", "NEWS");
  put_ris(out, "ID", fields.text("id"));
  put_ris(out, "TI", fields.text("title"));
  for (const std::string& author : fields.texts("authors")) put_ris(out, "AU", author);
  put_ris(out, "T2", fields.text("source"));
  const std::string date = ris_date(fields.text("published"));
  put_ris(out, "PY", date.substr(0, 4));
  put_ris(out, "DA", date);
  put_ris(out, "UR", fields.text("url"));
  put_ris(out, "LA", fields.text("language"));
  put_ris(out, "AB", fields.text("lead"));
  for (const std::string& word : fields.texts("keywords")) put_ris(out, "KW", word);
  out << "ER  - \r\n";
}

template <class Print>
void for_each_row(const Table& table, Print print) {
  for (const Group& group : table.groups)
    for (const Row& row : group.rows) print(RowFields(table, row));
}

}  // namespace

void render_bibtex(std::ostream& out, const Answer& answer, const Style&) {
  for_each_row(answer.table, [&](const RowFields& fields) { print_bibtex(out, fields); });
}

void render_ris(std::ostream& out, const Answer& answer, const Style&) {
  for_each_row(answer.table, [&](const RowFields& fields) { print_ris(out, fields); });
}

}  // namespace newsindex
