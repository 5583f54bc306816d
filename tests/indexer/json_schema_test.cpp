// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_schema.h"

#include <filesystem>
#include <fstream>
#include <ostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "indexer/extract/understand.h"
#include "schema/error.h"

namespace newsindex {
namespace {

class SchemaFile {
 public:
  explicit SchemaFile(const std::string& text)
      : path_(std::filesystem::path(::testing::TempDir()) /
              ("schema-" + std::to_string(::getpid()) + ".json")) {
    std::ofstream(path_) << text;
  }
  ~SchemaFile() { std::filesystem::remove(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct SchemaCase {
  const char* name;
  std::string schema;
  std::string record;
  std::string violation;  // a part of it; empty where the record is allowed
  friend std::ostream& operator<<(std::ostream& out, const SchemaCase& c) { return out << c.name; }
};

const std::string kOld =
    R"({"$schema":"http://json-schema.org/draft-03/schema#","id":"http://x.example/s.json#",
        "type":"object","additionalProperties":false,
        "patternProperties":{"^description_[a-z]+$":{"type":"string"}},
        "properties":{"uri":{"type":"string","format":"uri","required":true},
          "pubstatus":{"enum":["usable","withheld","canceled"]},
          "versioncreated":{"type":"string","format":"date-time"},
          "place":{"type":"array","items":{"type":"object","properties":{
             "name":{"type":"string"},"geo":{"$ref":"https://other.example/geo.json#"}}}},
          "associations":{"patternProperties":{"^[a-z]+":{"$ref":"http://x.example/s.json#"}}}}})";
const std::string kNew =
    R"({"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
        "$defs":{"name":{"type":"object","properties":{"name":{"type":"string"}}}},
        "properties":{"title":{"type":"string"},
          "by":{"$ref":"#/$defs/name","required":["name"]}},
        "oneOf":[{"properties":{"text":{"type":"string"}},"required":["text"]},
                 {"properties":{"body":{"type":"string"}},"required":["body"]}],
        "unevaluatedProperties":false})";

class JsonSchemaCheck : public ::testing::TestWithParam<SchemaCase> {};

TEST_P(JsonSchemaCheck, TellsWhatIsNotAllowed) {
  const SchemaCase& c = GetParam();
  const SchemaFile file(c.schema);
  const auto violation = JsonSchema::read_file(file.path()).violation(c.record);
  EXPECT_EQ(violation.has_value(), !c.violation.empty()) << violation.value_or("");
  EXPECT_THAT(violation.value_or(""), ::testing::HasSubstr(c.violation));
}

INSTANTIATE_TEST_SUITE_P(
    Of, JsonSchemaCheck,
    ::testing::Values(
        SchemaCase{"Allowed", kOld, R"({"uri":"a","pubstatus":"usable"})", ""},
        SchemaCase{"Missing", kOld, R"({"pubstatus":"usable"})", "uri"},
        SchemaCase{"WrongType", kOld, R"({"uri":1})", "'uri': "},
        SchemaCase{"NoneOfTheValues", kOld, R"({"uri":"a","pubstatus":"cancelled"})",
                   "'pubstatus': "},
        SchemaCase{"Unknown", kOld, R"({"uri":"a","bad":1})", "bad"},
        SchemaCase{"OfAPattern", kOld, R"({"uri":"a","description_text":"x"})", ""},
        SchemaCase{"FormatsAreNotes", kOld, R"({"uri":"a","versioncreated":"yesterday"})", ""},
        SchemaCase{"Within", kOld, R"({"uri":"a","place":[{"name":3}]})", "'place/0/name': "},
        SchemaCase{"ReferenceToAnotherServer", kOld, R"({"uri":"a","place":[{"geo":3}]})", ""},
        SchemaCase{"ReferenceToItself", kOld, R"({"uri":"a","associations":{"main":{"uri":1}}})",
                   "'associations/main"},
        SchemaCase{"New", kNew, R"({"title":"a","text":"b"})", ""},
        SchemaCase{"NewUnknown", kNew, R"({"title":"a","text":"b","bad":1})", "bad"},
        SchemaCase{"BesideAReference", kNew, R"({"text":"b","by":{}})", "by"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(JsonSchema, RefusesWhatIsNone) {
  const SchemaFile file("[1,");
  EXPECT_THROW(JsonSchema::read_file(file.path()), Error);
  EXPECT_THROW(JsonSchema::read_file("/no/such/schema.json"), Error);
}

TEST(JsonSchema, RejectsARecordWithTheReason) {
  const SchemaFile file(kOld);
  UnderstandOptions options;
  options.json_schema = std::make_shared<JsonSchema>(JsonSchema::read_file(file.path()));
  Record record;
  record.format = RecordFormat::json;
  record.bytes = R"({"uri":"a","headline":"Tram","pubstatus":"usable"})";
  const auto understanding = understand(record, options);
  ASSERT_TRUE(std::holds_alternative<Reject>(understanding));
  EXPECT_THAT(std::get<Reject>(understanding).reason,
              ::testing::StartsWith("not as the JSON Schema says: "));
}

}  // namespace
}  // namespace newsindex
