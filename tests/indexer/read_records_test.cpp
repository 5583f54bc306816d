// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <unistd.h>

#include "indexer/readers/reader.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::string_view_literals;

struct Outcome {
  std::vector<std::string> records;  // bytes, in order
  std::vector<std::string> rejects;  // "number: reason"
  std::vector<RecordFormat> formats;
  std::vector<std::uint64_t> numbers;
};

Outcome read_file(const std::string& path, ReadLimits limits = {}) {
  Outcome outcome;
  read_records(
      {path, 0, 0}, limits,
      [&](Record record) {
        EXPECT_EQ(record.origin.path, path);
        outcome.records.push_back(std::move(record.bytes));
        outcome.formats.push_back(record.format);
        outcome.numbers.push_back(record.origin.record);
        return true;
      },
      [&](const Reject& reject) {
        outcome.rejects.push_back(std::to_string(reject.origin.record) + ": " + reject.reason);
      });
  return outcome;
}

Outcome read(std::string_view text, const std::string& name = "file", ReadLimits limits = {}) {
  const TemporaryFolder folder;
  return read_file(folder.write(name, text), limits);
}

struct SplitCase {
  std::string name;
  std::string_view text;
  std::vector<std::string> records;
  std::vector<std::string> rejects;
};

class Split : public testing::TestWithParam<SplitCase> {};

TEST_P(Split, GivesTheRecordsAndRejects) {
  const Outcome outcome = read(GetParam().text);
  EXPECT_EQ(outcome.records, GetParam().records);
  EXPECT_EQ(outcome.rejects, GetParam().rejects);
}

const SplitCase kJsonCases[] = {
    {"Lines", "{\"a\":1}\n{\"a\":2}\n", {"{\"a\":1}", "{\"a\":2}"}, {}},
    {"LinesWithoutLastLineEnd", "{\"a\":1}\n{\"a\":2}", {"{\"a\":1}", "{\"a\":2}"}, {}},
    {"LinesWithCarriageReturns", "{\"a\":1}\r\n{\"a\":2}\r\n", {"{\"a\":1}", "{\"a\":2}"}, {}},
    {"BlankLinesAreNotRecords",
     "\n{\"a\":1}\n\n \t\n{\"a\":2}\n\n",
     {"{\"a\":1}", "{\"a\":2}"},
     {}},
    {"ABrokenLineDoesNotReachTheNext",
     "{\"a\":1}\n{\"a\":\n{\"a\":3}\n",
     {"{\"a\":1}", "{\"a\":", "{\"a\":3}"},
     {}},
    {"ABrokenFirstLineDoesNotReachTheNext",
     "{\"a\": \"x\n{\"a\":2}\n{\"a\":3}\n",
     {"{\"a\": \"x", "{\"a\":2}", "{\"a\":3}"},
     {}},
    {"OneObject", "{\"a\": {\"b\": [1, \"}\"]}}", {"{\"a\": {\"b\": [1, \"}\"]}}"}, {}},
    {"PrettyObject", "{\n  \"a\": 1\n}\n", {"{\n  \"a\": 1\n}"}, {}},
    {"PrettyObjects",
     "{\n \"a\": 1\n}\n{\n \"a\": 2\n}\n",
     {"{\n \"a\": 1\n}", "{\n \"a\": 2\n}"},
     {}},
    {"ObjectsOnOneLine",
     "{\"a\":1}{\"a\":2} {\"a\":3}",
     {"{\"a\":1}", "{\"a\":2}", "{\"a\":3}"},
     {}},
    {"Array", "[{\"a\":1},{\"a\":2}]", {"{\"a\":1}", "{\"a\":2}"}, {}},
    {"PrettyArray", "[\n  {\"a\": [{}]},\n  {\"a\": 2}\n]\n", {"{\"a\": [{}]}", "{\"a\": 2}"}, {}},
    {"EmptyArray", "[]\n", {}, {}},
    {"BracesInStrings",
     "[{\"a\":\"}{\\\"}\"},{\"a\":2}]",
     {"{\"a\":\"}{\\\"}\"}", "{\"a\":2}"},
     {}},
    {"StrayElements",
     "[{\"a\":1}, 5, {\"a\":2}, \"x\"]",
     {"{\"a\":1}", "{\"a\":2}"},
     {"1: not a JSON object", "3: not a JSON object"}},
    {"TruncatedObject",
     "{\n \"a\": 1\n}\n{\n \"a\": ",
     {"{\n \"a\": 1\n}"},
     {"1: not JSON: the file ends inside the record"}},
    {"TruncatedArray",
     "[{\"a\":1},\n",
     {"{\"a\":1}"},
     {"1: not JSON: the file ends inside its array"}},
    {"AMissingBraceDoesNotReachTheNext",
     "{\n \"a\": 1\n\n{\n \"a\": 2\n}\n",
     {"{\n \"a\": 2\n}"},
     {"0: not JSON: the next record begins before this one ends"}},
    {"AMissingQuoteDoesNotReachTheNext",
     "{\n \"a\": \"x\n}\n{\n \"a\": 2\n}\n",
     {"{\n \"a\": 2\n}"},
     {"0: not JSON: the next record begins before this one ends"}},
};
INSTANTIATE_TEST_SUITE_P(Json, Split, testing::ValuesIn(kJsonCases),
                         [](const auto& param_info) { return param_info.param.name; });

const SplitCase kSgmlCases[] = {
    {"Reuters",
     "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS "
     "NEWID=\"1\">a</REUTERS>\n<REUTERS>b</REUTERS>\n",
     {"<REUTERS NEWID=\"1\">a</REUTERS>", "<REUTERS>b</REUTERS>"},
     {}},
    {"ReutersWithoutArticles", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n", {}, {}},
    {"Trec",
     "<DOC>\n<DOCNO>1</DOCNO>\n</DOC>\n<DOC>b</DOC>",
     {"<DOC>\n<DOCNO>1</DOCNO>\n</DOC>", "<DOC>b</DOC>"},
     {}},
    {"LetterCaseDoesNotCount", "<doc>a</Doc><Doc>b</doc>", {"<doc>a</Doc>", "<Doc>b</doc>"}, {}},
    {"AnElementAroundAll",
     "<?xml version=\"1.0\"?>\n<corpus><DOC>a</DOC></corpus>",
     {"<DOC>a</DOC>"},
     {}},
    {"OtherTagsBeginAlike",
     "<DOC><DOCNO>1</DOCNO><DOCS></DOC>",
     {"<DOC><DOCNO>1</DOCNO><DOCS></DOC>"},
     {}},
    {"AMissingEndTag",
     "<DOC>a\n<DOC>b</DOC>",
     {"<DOC>b</DOC>"},
     {"0: no </DOC> before the next record"}},
    {"Truncated", "<DOC>a</DOC>\n<DOC>b\n", {"<DOC>a</DOC>"}, {"1: the file ends before </DOC>"}},
};
INSTANTIATE_TEST_SUITE_P(Sgml, Split, testing::ValuesIn(kSgmlCases),
                         [](const auto& param_info) { return param_info.param.name; });

const SplitCase kPageCases[] = {
    {"Text", "Home > World\n\nMinisters meet\n", {"Home > World\n\nMinisters meet\n"}, {}},
    {"TextInBrackets", "[Photo] Ministers", {"[Photo] Ministers"}, {}},
    {"TextInBraces", "{Photo} Ministers", {"{Photo} Ministers"}, {}},
    {"Html",
     "<!DOCTYPE html><html><p>Hi</p></html>",
     {"<!DOCTYPE html><html><p>Hi</p></html>"},
     {}},
    {"ByteOrderMark", "\xEF\xBB\xBFMinisters", {"Ministers"}, {}},
    {"LegacyEncodingAsItIs", "Caf\xE9", {"Caf\xE9"}, {}},
    {"Empty", "", {}, {"0: empty file"}},
    {"OnlySpace", " \n\n\t\n", {}, {"0: empty file"}},
    {"Nul", "abc\0def"sv, {}, {"0: not an article: a binary file"}},
    {"ControlCharacters", "\x01\x02\x03\x04 abc", {}, {"0: not an article: a binary file"}},
    {"Pdf",
     "%PDF-1.4\nabc",
     {},
     {"0: not an article: a PDF file; 'pdftotext FILE' makes text of it"}},
};
INSTANTIATE_TEST_SUITE_P(Page, Split, testing::ValuesIn(kPageCases),
                         [](const auto& param_info) { return param_info.param.name; });

TEST(ReadRecords, NumbersCountRecordsAndRejectsFromZero) {
  const Outcome outcome = read("[{\"a\":1}, 5, {\"a\":2}]");
  EXPECT_THAT(outcome.numbers, ElementsAre(0u, 2u));
  EXPECT_THAT(outcome.rejects, ElementsAre("1: not a JSON object"));
}

TEST(ReadRecords, FormatsAreToldByContent) {
  EXPECT_THAT(read("{\"a\":1}", "a.txt").formats, ElementsAre(RecordFormat::json));
  EXPECT_THAT(read("<DOC>a</DOC>", "a.json").formats, ElementsAre(RecordFormat::json))
      << "where the content is no JSON, the name of a JSON file decides";
  EXPECT_THAT(read("<DOC>a</DOC>", "a.txt").formats, ElementsAre(RecordFormat::sgml));
  EXPECT_THAT(read("text", "a.txt").formats, ElementsAre(RecordFormat::page));
}

TEST(ReadRecords, ALineFileWithABrokenStartIsStillRead) {
  EXPECT_THAT(read("oops\n{\"a\":1}\n", "a.jsonl").records, ElementsAre("oops", "{\"a\":1}"));
}

struct EncodedCase {
  std::string name;
  std::string_view bytes;
};
class Encoded : public testing::TestWithParam<EncodedCase> {};

TEST_P(Encoded, FilesAreSplitAsUtf8) {
  EXPECT_THAT(read(GetParam().bytes).records, ElementsAre("{\"a\":\"\u00e9\"}", "{}"));
}

// {"a":"é"} and {} on two lines.
const EncodedCase kEncodedCases[] = {
    {"Utf16LittleEndianWithMark", "\xFF\xFE{\0\"\0a\0\"\0:\0\"\0\xE9\0\"\0}\0\n\0{\0}\0\n\0"sv},
    {"Utf16BigEndianWithMark", "\xFE\xFF\0{\0\"\0a\0\"\0:\0\"\0\xE9\0\"\0}\0\n\0{\0}"sv},
    {"Utf16LittleEndianWithoutMark", "{\0\"\0a\0\"\0:\0\"\0\xE9\0\"\0}\0\n\0{\0}\0\n\0"sv},
    {"Utf32LittleEndianWithMark",
     "\xFF\xFE\0\0{\0\0\0\"\0\0\0a\0\0\0\"\0\0\0:\0\0\0\"\0\0\0\xE9\0\0\0\"\0\0\0}\0\0\0\n\0\0\0{\0\0\0}\0\0\0"sv},
    {"Utf8WithMark", "\xEF\xBB\xBF{\"a\":\"\u00e9\"}\n{}\n"sv},
};
INSTANTIATE_TEST_SUITE_P(Wide, Encoded, testing::ValuesIn(kEncodedCases),
                         [](const auto& param_info) { return param_info.param.name; });

TEST(ReadRecords, AnEncodingThatAnXmlDeclarationNamesIsUsed) {
  const Outcome outcome =
      read("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>\n<DOC>\xB9koda</DOC>");
  EXPECT_THAT(outcome.records, ElementsAre("<DOC>\u0161koda</DOC>"));
}

// A record longer than the limit, between two short records, in a file longer than one block.
struct LongCase {
  std::string name;
  std::string before;
  std::string open;
  std::string close;
  std::string after;
};
class TooLong : public testing::TestWithParam<LongCase> {};

TEST_P(TooLong, RecordsAreRejectedAndTheRestIsRead) {
  const LongCase& c = GetParam();
  const std::string text = c.before + c.open + std::string(900'000, 'x') + c.close + c.after;
  const Outcome outcome = read(text, "file", {std::uint64_t{1} << 19});
  EXPECT_EQ(outcome.records.size(), 2u);
  EXPECT_THAT(outcome.numbers, ElementsAre(0u, 2u));
  EXPECT_THAT(outcome.rejects, ElementsAre("1: longer than 524288 bytes"));
}

const LongCase kLongCases[] = {
    {"Lines", "{\"a\":1}\n", "{\"a\":\"", "\"}\n", "{\"a\":3}\n"},
    {"Array", "[{\"a\":1},", "{\"a\":\"", "\"}", ",{\"a\":3}]"},
    {"Sgml", "<DOC>a</DOC>", "<DOC>", "</DOC>", "<DOC>c</DOC>"},
};
INSTANTIATE_TEST_SUITE_P(Shapes, TooLong, testing::ValuesIn(kLongCases),
                         [](const auto& param_info) { return param_info.param.name; });

TEST(ReadRecords, APageThatIsTooLongIsRejected) {
  const Outcome outcome = read(std::string((3u << 20) + 1, 'x'), "page.txt", {3u << 20});
  EXPECT_THAT(outcome.records, IsEmpty());
  EXPECT_THAT(outcome.rejects, ElementsAre("0: longer than 3 MB"));
}

TEST(ReadRecords, RecordsMayCrossBlocks) {
  for (const std::string format : {"lines", "array", "sgml"}) {
    std::vector<std::string> expected;
    std::string text = format == "array" ? "[" : "";
    for (std::size_t i = 0; i < 300; ++i) {
      const std::string filling(i * 37 % 5000, 'x');
      expected.push_back(format == "sgml" ? "<DOC>" + filling + "</DOC>"
                                          : "{\"a\":\"" + filling + "\"}");
      text += (format == "array" && i > 0 ? "," : "") + expected.back() + "\n";
    }
    if (format == "array") text += "]";
    EXPECT_EQ(read(text).records, expected) << format;
  }
}

TEST(ReadRecords, StopsWhenTheTakerHasHadEnough) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.jsonl", "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n");
  int taken = 0;
  read_records(
      {path, 0, 0}, {}, [&](const Record&) { return ++taken < 2; }, [](const Reject&) {});
  EXPECT_EQ(taken, 2);
}

TEST(ReadRecords, AFileThatIsGoneIsRejectedWithTheReason) {
  EXPECT_THAT(read_file("/nonexistent/file").rejects,
              ElementsAre("0: cannot be read: No such file or directory"));
}

TEST(ReadRecords, AFileWithoutPermissionIsRejectedWithTheReason) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "x");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  EXPECT_THAT(read_file(path).rejects, ElementsAre("0: cannot be read: Permission denied"));
}

TEST(ReadRecords, AFolderIsNotReadAsAFile) {
  const TemporaryFolder folder;
  EXPECT_THAT(read_file(folder.path().string()).rejects,
              ElementsAre("0: cannot be read: not a regular file"));
}

TEST(ReadRecords, MemoryDoesNotGrowWithTheFile) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "the sanitizer keeps freed memory";
#endif
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "big.jsonl").string();
  constexpr int kLines = 60'000;  // 120 MB
  {
    std::ofstream file(path);
    const std::string line = "{\"a\":\"" + std::string(2000, 'x') + "\"}\n";
    for (int i = 0; i < kLines; ++i) file << line;
  }
  const auto peak_kilobytes = [] {
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
  };
  const long before = peak_kilobytes();
  int records = 0;
  read_records(
      {path, 0, 0}, {}, [&](const Record&) { return ++records > 0; }, [](const Reject&) {});
  EXPECT_EQ(records, kLines);
  EXPECT_LT(peak_kilobytes() - before, 60'000) << "half of the file";
}

TEST(ReadRecords, StandardInputIsRead) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.jsonl", "{\"a\":1}\n{\"a\":2}\n");
  const int kept = ::dup(STDIN_FILENO);
  ASSERT_NE(std::freopen(path.c_str(), "r", stdin), nullptr);
  const Outcome outcome = read_file("-");
  ::dup2(kept, STDIN_FILENO);
  ::close(kept);
  EXPECT_THAT(outcome.records, ElementsAre("{\"a\":1}", "{\"a\":2}"));
}

}  // namespace
}  // namespace newsindex
