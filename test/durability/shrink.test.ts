import { expect, test } from "@jest/globals";
import { shrink } from "./story/shrink.ts";

const forever = () => true;
const numbers = Array.from({ length: 100 }, (_, index) => index);

test("the shortest story has only the beats that are needed", async () => {
  const needs = async (list: readonly number[]) => [13, 57, 99].every((number) => list.includes(number));

  expect(await shrink(numbers, needs, forever)).toEqual([13, 57, 99]);
});

test("a story of one beat is the shortest", async () => {
  expect(await shrink([7], async () => true, forever)).toEqual([7]);
});

test("without time it stays as it is", async () => {
  expect(
    await shrink(
      numbers,
      async () => true,
      () => false,
    ),
  ).toEqual(numbers);
});
