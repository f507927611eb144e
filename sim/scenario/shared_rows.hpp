#pragma once

// Rows of a table that may be large: copies of a scenario share them until one is changed.

#include <initializer_list>
#include <memory>
#include <vector>

namespace cordon {

/// A vector of rows that is copied when it is written to and somebody else has it too.
template <class Row>
class SharedRows {
 public:
  SharedRows() = default;
  SharedRows(std::initializer_list<Row> rows) : SharedRows(std::vector<Row>(rows)) {}
  explicit SharedRows(std::vector<Row> rows)
      : rows_(std::make_shared<std::vector<Row>>(std::move(rows))) {}

  [[nodiscard]] std::size_t size() const { return rows_ ? rows_->size() : 0; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] const Row& operator[](std::size_t n) const { return (*rows_)[n]; }
  [[nodiscard]] Row& operator[](std::size_t n) { return own()[n]; }
  [[nodiscard]] const Row* begin() const { return rows_ ? rows_->data() : nullptr; }
  [[nodiscard]] const Row* end() const { return begin() + size(); }
  Row& emplace_back() { return own().emplace_back(); }
  void push_back(Row row) { own().push_back(std::move(row)); }
  void clear() { rows_.reset(); }

 private:
  std::vector<Row>& own() {
    if (!rows_) rows_ = std::make_shared<std::vector<Row>>();
    if (rows_.use_count() > 1) rows_ = std::make_shared<std::vector<Row>>(*rows_);
    return *rows_;
  }

  std::shared_ptr<std::vector<Row>> rows_;
};

}  // namespace cordon
