// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_envelope.h"

#include <algorithm>
#include <ostream>

#include <gmock/gmock.h>

#include "indexer/readers/reader.h"
#include "indexer/readers/sniff.h"
#include "indexer/readers/splitters.h"

namespace newsindex {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using Is = JsonEnvelope::Is;

struct LookCase {
  const char* name;
  std::string text;
  Is is;
  std::size_t depth = 0;
  friend std::ostream& operator<<(std::ostream& out, const LookCase& c) { return out << c.name; }
};

class Envelope : public testing::TestWithParam<LookCase> {};

TEST_P(Envelope, IsToldByItsBeginning) {
  const JsonEnvelope look = look_for_envelope(GetParam().text);
  EXPECT_EQ(look.is, GetParam().is);
  if (look.is == Is::envelope) {
    EXPECT_EQ(look.depth, GetParam().depth);
    EXPECT_EQ(GetParam().text[look.list - 1], '[');
  }
}

INSTANTIATE_TEST_SUITE_P(
    Of, Envelope,
    testing::Values(
        LookCase{"Items", R"({"total":1,"q":"a, \"b\"","items":[{"id":7,"title":"t"}]})",
                 Is::envelope, 1},
        LookCase{"Within",
                 R"({"meta":{"items":[1]},"data":{"n":1,"items":[{"item":{"uri":"a"}}]}})",
                 Is::envelope, 2},
        LookCase{
            "AFeedMayHaveATitle",
            R"({"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"title":"t")",
            Is::envelope, 1},
        LookCase{"AFeedWithin", R"({"feed":{"title":"F","items":[{"title":"t"}]}})", Is::envelope,
                 2},
        LookCase{"AnArticleWithAList", R"({"title":"t","items":[{"title":"related"}]})",
                 Is::something_else},
        LookCase{"AnArticleWithABody", R"({"body":"t","articles":[{"title":"related"}]})",
                 Is::something_else},
        LookCase{"AListOfOtherThings", R"({"items":[{"name":"a","qcode":"b"}],"x":1})",
                 Is::something_else},
        LookCase{"AListOfWords", R"({"items":["a"],"results":[]})", Is::something_else},
        LookCase{"AnotherList", R"({"authors":[{"title":"Dr"}]})", Is::something_else},
        LookCase{"CutOffBefore", R"({"total":1,"ite)", Is::undecided},
        LookCase{"CutOffWithin", R"({"items":[{"id":1,"x":{"title)", Is::undecided},
        LookCase{"CutOffAtTheList", R"({"items":[)", Is::undecided}),
    [](const auto& row) { return std::string(row.param.name); });

// Gives a few bytes at a time.
class Drops : public Bytes {
 public:
  explicit Drops(std::string_view text) : text_(text) {}
  bool read_block(std::string& to) override {
    const std::size_t bytes = std::min<std::size_t>(7, text_.size());
    to += text_.substr(0, bytes);
    text_.remove_prefix(bytes);
    return bytes > 0;
  }

 private:
  std::string_view text_;
};

struct Split {
  std::vector<std::string> records;
  std::vector<std::string> rejects;
};

Split split(const std::string& text, std::size_t record_bytes = 1000) {
  Split result;
  SourceFile file;
  ReadLimits limits;
  limits.record_bytes = record_bytes;
  const std::function<bool(Record)> take = [&](Record record) {
    result.records.push_back(record.bytes);
    return true;
  };
  const std::function<void(Reject)> reject = [&](Reject one) {
    result.rejects.push_back(one.reason);
  };
  RecordSink sink(file, limits, take, reject);
  Drops bytes(text);
  Window window(bytes);
  window.grow();
  split_json_objects(window, sink);
  return result;
}

TEST(SplitEnvelope, GivesTheObjectsOfItsList) {
  const Split result = split(
      R"({"total":2,"items":[{"title":"a"},{"title":"b","x":[1,{"y":2}]}],"next":{"page":"]}"}}
         {"title":"c"})");
  EXPECT_THAT(result.records, ElementsAre(R"({"title":"a"})", R"({"title":"b","x":[1,{"y":2}]})",
                                          R"({"title":"c"})"));
  EXPECT_THAT(result.rejects, SizeIs(0));
}

TEST(SplitEnvelope, MayBeLongerThanARecord) {
  std::string text = R"({"data":{"items":[)";
  for (int i = 0; i < 500; ++i) text += (i > 0 ? "," : "") + std::string(R"({"title":"a"})");
  const Split result = split(text + "]}}", 100);
  EXPECT_THAT(result.records, SizeIs(500));
  EXPECT_THAT(result.rejects, SizeIs(0));
}

TEST(SplitEnvelope, SaysWhenTheFileEndsInIt) {
  EXPECT_THAT(split(R"({"items":[{"title":"a"},)").rejects,
              ElementsAre(HasSubstr("the file ends inside its array")));
  EXPECT_THAT(split(R"({"items":[{"title":"a"}],"x":)").rejects,
              ElementsAre(HasSubstr("the file ends inside its array")));
}

TEST(SplitEnvelope, IsFoundOnOneLine) {
  EXPECT_EQ(sniff(R"({"total":1,"item":[{"uri":"a","headline":"t"}]})", "a.json"),
            FileShape::json_objects);
  EXPECT_EQ(sniff(R"({"title":"t","item":[{"uri":"a"}]})", "a.json"), FileShape::json_lines);
}

}  // namespace
}  // namespace newsindex
