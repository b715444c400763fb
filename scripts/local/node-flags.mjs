// Each page makes some megabytes that are dead when it has left: with more room for the young, they are collected half as often.
export const nodeFlags = ['--max-semi-space-size=32'];
