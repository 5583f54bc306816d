// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/documents.h"

#include <algorithm>
#include <array>
#include <vector>

#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

struct Document {
  std::string_view mark;  // the bytes that identify it
  std::string_view kind;
  std::string_view tool;
};

constexpr std::string_view kOffice = "libreoffice --headless --convert-to txt FILE";
constexpr std::string_view kSheet = "libreoffice --headless --convert-to csv FILE";
constexpr std::string_view kSlides = "libreoffice --headless --convert-to pdf FILE";

// Identified by the beginning of the file.
constexpr std::array kBeginnings{
    Document{"%PDF-"sv, "a PDF file", "pdftotext FILE"},
    Document{"{\\rtf"sv, "an RTF document", "unrtf --text FILE"},
    Document{"%!PS"sv, "a PostScript file", "ps2ascii FILE"},
    Document{"AT&TFORM"sv, "a DjVu file", "djvutxt FILE"},
    Document{"\xffWPC"sv, "a WordPerfect document", kOffice},
    Document{"\xdb\xa5\x2d\0"sv, "a Word 2 document", kOffice},
};

// Identified by the type that a book or an OpenDocument file names in its first entry.
constexpr std::array kTypes{
    Document{"application/epub+zip"sv, "an EPUB book", "pandoc --to plain FILE"},
    Document{"application/vnd.oasis.opendocument.text"sv, "an OpenDocument text",
             "pandoc --to plain FILE"},
    Document{"application/vnd.oasis.opendocument.spreadsheet"sv, "an OpenDocument spreadsheet",
             kSheet},
    Document{"application/vnd.oasis.opendocument.presentation"sv, "an OpenDocument presentation",
             kSlides},
};

// Identified by the folder that contains the parts of an Office Open XML file.
constexpr std::array kFolders{
    Document{"word/"sv, "a Word document (docx)", "pandoc --to plain FILE"},
    Document{"xl/"sv, "an Excel workbook (xlsx)", kSheet},
    Document{"ppt/"sv, "a PowerPoint presentation (pptx)", kSlides},
};

// Identified by streams in the older files of Microsoft Office, whose names are in UTF-16.
constexpr std::array kStreams{
    Document{"WordDocument"sv, "a Word document (doc)", "antiword FILE"},
    Document{"Workbook"sv, "an Excel workbook (xls)", kSheet},
    Document{"PowerPoint Document"sv, "a PowerPoint presentation (ppt)", kSlides},
};

std::string sentence(const Document& document) {
  return std::string(document.kind) + "; '" + std::string(document.tool) + "' makes text of it";
}

std::string in_utf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide += {c, '\0'};
  return wide;
}

// The names of the entries of a zip file, as far as it was read.
std::vector<std::string_view> entry_names(std::string_view zip) {
  constexpr std::string_view kEntry = "PK\x03\x04";
  constexpr std::size_t kNameSize = 26;
  constexpr std::size_t kName = 30;
  std::vector<std::string_view> names;
  for (std::size_t at = zip.find(kEntry); at != npos; at = zip.find(kEntry, at + 1)) {
    if (zip.size() < at + kName) break;
    const auto size =
        static_cast<std::size_t>(static_cast<unsigned char>(zip[at + kNameSize])) +
        (static_cast<std::size_t>(static_cast<unsigned char>(zip[at + kNameSize + 1])) << 8U);
    names.push_back(zip.substr(at + kName, size));
  }
  return names;
}

std::string kind_of_zip(std::string_view start) {
  const std::vector<std::string_view> names = entry_names(start);
  if (names.empty()) return {};
  if (names.front() == "mimetype") {
    const std::string_view type = start.substr(
        static_cast<std::size_t>(names.front().data() + names.front().size() - start.data()));
    // Only the beginning has to fit: the types of templates and the like have longer names.
    for (const Document& document : kTypes)
      if (type.starts_with(document.mark)) return sentence(document);
  }
  const bool is_open_xml = std::any_of(names.begin(), names.end(), [](std::string_view name) {
    return name == "[Content_Types].xml" || name == "_rels/.rels";
  });
  for (const Document& document : kFolders)
    for (const std::string_view name : names)
      if (is_open_xml && name.starts_with(document.mark)) return sentence(document);
  const bool is_other =
      is_open_xml || names.front() == "mimetype" || names.front().starts_with("META-INF/");
  return is_other ? "an office document or a book; '" + std::string(kOffice) + "' makes text of it"
                  : std::string();
}

std::string kind_of_compound_file(std::string_view start) {
  for (const Document& document : kStreams)
    if (start.find(in_utf16(document.mark)) != npos) return sentence(document);
  return "an office document (doc, xls, ppt); '" + std::string(kOffice) + "' makes text of it";
}

}  // namespace

std::string document_kind(std::string_view start) {
  for (const Document& document : kBeginnings)
    if (start.starts_with(document.mark)) return sentence(document);
  if (start.starts_with("PK\x03\x04"sv)) return kind_of_zip(start);
  if (start.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv)) return kind_of_compound_file(start);
  if (start.size() > 68 && start.substr(60, 8) == "BOOKMOBI")
    return "a book (mobi); 'ebook-convert FILE FILE.txt' makes text of it";
  return {};
}

}  // namespace newsindex
