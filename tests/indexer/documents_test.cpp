// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that newsindex does not read are recognised by their bytes; the message names a program
// that makes text of them.
#include "indexer/readers/documents.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/packing.h"

namespace newsindex {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::string zip(const Entries& entries) {
  return pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, entries);
}

// The first entry (`mimetype`) of an e-book or OpenDocument file is stored, not compressed.
std::string typed_zip(const std::string& type) {
  std::string bytes("PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0", 18);
  for (int i = 0; i < 2; ++i) bytes += static_cast<char>(type.size()) + std::string(3, '\0');
  bytes += std::string("\x08\0\0\0mimetype", 12);
  return bytes + type;
}

std::string compound_file(const std::string& stream) {
  std::string bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  bytes.resize(1024);
  for (const char c : stream) bytes += {c, '\0'};
  return bytes + std::string(512, '\0');
}

TEST(Document, IsToldByItsFirstBytes) {
  EXPECT_THAT(document_kind("%PDF-1.7\n"), AllOf(HasSubstr("a PDF file"), HasSubstr("pdftotext")));
  EXPECT_THAT(document_kind("{\\rtf1\\ansi"), HasSubstr("an RTF document"));
  EXPECT_THAT(document_kind(compound_file("WordDocument")), HasSubstr("antiword"));
  EXPECT_THAT(document_kind(compound_file("Workbook")), HasSubstr("(xls)"));
  EXPECT_THAT(document_kind(compound_file("PowerPoint Document")), HasSubstr("(ppt)"));
  EXPECT_THAT(document_kind(typed_zip("application/epub+zip")), HasSubstr("pandoc"));
  EXPECT_THAT(document_kind(typed_zip("application/vnd.oasis.opendocument.text")),
              HasSubstr("an OpenDocument text"));
}

TEST(Document, OfOpenXmlIsToldByTheFolderOfItsParts) {
  const auto open_xml = [](const std::string& part) {
    return document_kind(
        zip({{"[Content_Types].xml", "<x/>"}, {"_rels/.rels", "<x/>"}, {part, "<x/>"}}));
  };
  EXPECT_THAT(open_xml("word/document.xml"), HasSubstr("docx"));
  EXPECT_THAT(open_xml("xl/workbook.xml"), HasSubstr("xlsx"));
  EXPECT_THAT(open_xml("ppt/presentation.xml"), HasSubstr("pptx"));
  EXPECT_THAT(open_xml("3D/model.xml"), HasSubstr("libreoffice --headless"));
}

TEST(Document, IsNoTextOrContainerOfNews) {
  EXPECT_THAT(document_kind(zip({{"word/of/the/day.txt", "Text"}})), IsEmpty());
  EXPECT_THAT(document_kind("PDF files are not read."), IsEmpty());
  EXPECT_THAT(document_kind("{\"id\":1}"), IsEmpty());
  EXPECT_THAT(document_kind(""), IsEmpty());
}

TEST(Document, IsRefusedWhateverItsName) {
  EXPECT_THAT(read_packed("%PDF-1.4\nThe ministers met.").rejects,
              ElementsAre(StartsWith(": not an article: a PDF file; 'pdftotext FILE'")));
  EXPECT_THAT(read_packed(zip({{"a.jsonl", "{\"id\":1}"}, {"b.txt", "%PDF-1.4\nx"}})).rejects,
              ElementsAre(StartsWith("b.txt: not an article: a PDF file")));
}

}  // namespace
}  // namespace newsindex
